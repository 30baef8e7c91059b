using System.Diagnostics;
using System.Globalization;

namespace DynamoGen.Local.Tests;

/// <summary>Questions about processes by their id.</summary>
internal static class Processes
{
    public static bool IsRunning(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    public static async Task<int> ReadIdAsync(string path)
    {
        await UntilAsync(() => File.Exists(path) && File.ReadAllText(path).EndsWith('\n'));
        return int.Parse(await File.ReadAllTextAsync(path), CultureInfo.InvariantCulture);
    }

    public static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
