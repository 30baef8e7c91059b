using System.Diagnostics;

namespace DynamoGen.Local;

/// <summary>The environment variables that are read and handed to child processes, and the programs on their <c>PATH</c>.</summary>
public sealed class ProcessEnvironment
{
    private readonly IReadOnlyDictionary<string, string?> _overrides;

    /// <summary>Creates an environment that differs from this process's own in some variables.</summary>
    /// <param name="overrides">Values that replace those of this process; null removes a variable.</param>
    public ProcessEnvironment(IReadOnlyDictionary<string, string?> overrides)
    {
        ArgumentNullException.ThrowIfNull(overrides);
        _overrides = overrides;
    }

    /// <summary>This process's own environment.</summary>
    public static ProcessEnvironment Current { get; } = new(new Dictionary<string, string?>());

    /// <summary>Reads a variable.</summary>
    /// <param name="name">The variable's name.</param>
    /// <returns>Its value, or null where it is unset or empty.</returns>
    public string? GetVariable(string name)
    {
        var value = _overrides.TryGetValue(name, out var replacement) ? replacement : Environment.GetEnvironmentVariable(name);
        return string.IsNullOrEmpty(value) ? null : value;
    }

    /// <summary>Looks a program up on the <c>PATH</c>.</summary>
    /// <param name="name">The program's name, without an extension.</param>
    /// <returns>Its full path, or null where there is none.</returns>
    public string? FindExecutable(string name)
    {
        var directories = (GetVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return directories.Select(directory => FindExecutable(directory, name)).FirstOrDefault(path => path is not null);
    }

    internal static string? FindExecutable(string directory, string name)
    {
        if (OperatingSystem.IsWindows())
        {
            string[] extensions = [".exe", ".cmd", ".bat"];
            return extensions.Select(extension => Path.Combine(directory, name + extension)).FirstOrDefault(File.Exists);
        }

        const UnixFileMode execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        var path = Path.Combine(directory, name);
        return File.Exists(path) && (File.GetUnixFileMode(path) & execute) != 0 ? path : null;
    }

    /// <summary>A start of a program with this environment whose input and output are connected to this process.</summary>
    internal ProcessStartInfo Describe(string program, string workingDirectory, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = workingDirectory,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in _overrides)
        {
            if (value is null)
            {
                start.Environment.Remove(name);
            }
            else
            {
                start.Environment[name] = value;
            }
        }

        return start;
    }
}
