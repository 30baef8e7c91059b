using System.Diagnostics;

namespace OrderStreams.Workers;

/// <summary>This program, started again for another part.</summary>
internal static class SelfProcess
{
    public static Process Start(SampleAddress address, params IEnumerable<string> arguments)
    {
        var program = Environment.ProcessPath!;
        var isHost = Path.GetFileNameWithoutExtension(program) == "dotnet";
        var start = new ProcessStartInfo(program, [.. isHost ? [Path.Combine(AppContext.BaseDirectory, "Streams.dll")] : Array.Empty<string>(), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment[SampleAddress.Variable] = address.ToString();
        return Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
    }
}
