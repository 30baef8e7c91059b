using System.Diagnostics;
using DynamoGen.Local;
using DynamoGen.Tests;

namespace DynamoGen.Benchmarks.Bars;

/// <summary>
/// The bars of Native AOT: from the start of a process to the first answer of DynamoDB Local, by <c>samples/Storefront</c> as a native program and by the
/// SDK's own client under the just-in-time compiler, which read the same item; and the size of the native program.
/// </summary>
internal static class StartBars
{
    private const int Rounds = 25;
    private const string Name = "Chai";

    public static async Task<IReadOnlyList<Bar>> MeasureAsync()
    {
        var folder = Directory.CreateTempSubdirectory("dynamogen-bars-");
        try
        {
            var (storefront, printed) = await NativeSample.PublishAsync("Storefront", folder.FullName);
            await using var server = await DynamoDbLocal.StartAsync();
            var load = Program(storefront, server, "load");
            using (var loading = Process.Start(load)!)
            {
                await loading.WaitForExitAsync();
            }

            var (native, sdk) = await LeastAsync(
                Program(storefront, server, "get", "1"),
                Program(SdkStart(), server, server.Endpoint.ToString(), "storefront", "PRODUCT#0000000001", "PRODUCT", "Name"));
            Console.WriteLine($"(process start to first answer: {native:0.0} ms native, {sdk:0.0} ms by the SDK under JIT)");
            return
            [
                new("AOT: process start to first answer, against the SDK under JIT", native / sdk, 0.15, "x"),
                new("AOT: size of the program", new FileInfo(storefront).Length / 1e6, 14, "MB"),
                new("AOT: warnings", printed.Split('\n').Count(line => line.Contains("warning", StringComparison.OrdinalIgnoreCase)), 0, string.Empty),
            ];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The least time of each in milliseconds; they take turns, so that a slow moment of the machine meets both.</summary>
    private static async Task<(double First, double Second)> LeastAsync(ProcessStartInfo first, ProcessStartInfo second)
    {
        var (least, other) = (double.MaxValue, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            least = Math.Min(least, await AnswerAsync(first));
            other = Math.Min(other, await AnswerAsync(second));
        }

        return (least, other);
    }

    private static async Task<double> AnswerAsync(ProcessStartInfo start)
    {
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var answer = await process.StandardOutput.ReadLineAsync();
        var elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        await process.WaitForExitAsync();
        return answer == Name ? elapsed : throw new InvalidOperationException($"{start.FileName} printed '{answer}' instead of '{Name}'.");
    }

    private static ProcessStartInfo Program(string path, DynamoDbLocal server, params string[] arguments) => new(path, arguments)
    {
        RedirectStandardOutput = true,
        Environment = { ["AWS_ENDPOINT_URL_DYNAMODB"] = server.Endpoint.ToString() },
    };

    private static string SdkStart() => Path.Combine(AppContext.BaseDirectory, "DynamoGen.SdkStart" + (OperatingSystem.IsWindows() ? ".exe" : string.Empty));
}
