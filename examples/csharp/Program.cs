// Asks the registry about two certificates of the demonstration, and keeps the receipt of the first answer.
// The client in namespace TrustRegistry is generated from the contract, without edits:
//   dotnet tool install --global dotnet-svcutil
//   dotnet-svcutil http://127.0.0.1:8080/soap/v1/validation?wsdl --namespace "*,TrustRegistry" --outputDir .
using System.Security.Cryptography.X509Certificates;
using System.ServiceModel;
using TrustRegistry;

static string Setting(string name, string? usual) =>
    Environment.GetEnvironmentVariable(name) ?? usual
    ?? throw new InvalidOperationException($"{name} is not set: the registry printed it at its first start");

var registry = Setting("REGISTRY", "http://127.0.0.1:8080");
var demo = Setting("DEMO", "../../data/demo");

// HTTP Basic; in production the address is https and the mode is BasicHttpSecurityMode.Transport.
var binding = new BasicHttpBinding(BasicHttpSecurityMode.TransportCredentialOnly)
{
    MaxReceivedMessageSize = 1 << 20,
};
binding.Security.Transport.ClientCredentialType = HttpClientCredentialType.Basic;
var client = new ValidationClient(binding, new EndpointAddress($"{registry}/soap/v1/validation"));
client.ClientCredentials.UserName.UserName = Setting("CENTRE", "centre-450100");
client.ClientCredentials.UserName.Password = Setting("CENTRE_SECRET", null);

async Task<ValidateCertificateResponse> Ask(string file)
{
    var question = new ValidateCertificate
    {
        certificate = X509Certificate2.CreateFromPemFile($"{demo}/{file}").RawData,
        category = new Category { Value = "0101" },
        stage = Stage.LOGIN,
        withReceipt = true,
        withReceiptSpecified = true,
    };
    var answer = (await client.ValidateCertificateAsync(question)).ValidateCertificateResponse;
    Console.WriteLine($"{file}: {answer.verdict}");
    foreach (var reason in answer.reason ?? [])
    {
        Console.WriteLine($"  {reason.code} ({reason.standard}): {reason.text[0].Value}");
    }
    return answer;
}

try
{
    var answer = await Ask("gxca/unit-rsa-sign.pem");
    await File.WriteAllTextAsync("receipt.txt", answer.receipt.text);
    Console.WriteLine($"receipt of record {answer.receipt.recordId} kept in receipt.txt");
    await Ask("gxca/revoked-rsa-sign.pem");
}
catch (FaultException<InvalidRequest> fault)
{
    Console.Error.WriteLine($"{fault.Detail.code} in {fault.Detail.field}");
    Environment.Exit(1);
}
