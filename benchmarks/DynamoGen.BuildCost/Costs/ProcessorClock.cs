using System.Diagnostics;
using System.Globalization;

namespace DynamoGen.BuildCost.Costs;

/// <summary>Counts processor time instead of time, because other work on the machine changes it least.</summary>
internal static class ProcessorClock
{
    private const int ClockTicksOfASecond = 100;

    /// <summary>The processor seconds of this process so far, all threads together.</summary>
    public static double SecondsOfThisProcess()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime.TotalSeconds;
    }

    /// <summary>The processor seconds of all child processes that have ended, and of theirs; from Linux's <c>/proc</c>.</summary>
    /// <exception cref="PlatformNotSupportedException">There is no <c>/proc</c>.</exception>
    public static double SecondsOfChildren()
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new PlatformNotSupportedException("The processor time of child processes is read from Linux's /proc.");
        }

        // The second field, the name in parentheses, may contain blanks; the 16th and 17th are the times of the children.
        var fields = File.ReadAllText("/proc/self/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields[13..15].Sum(field => double.Parse(field, CultureInfo.InvariantCulture)) / ClockTicksOfASecond;
    }
}
