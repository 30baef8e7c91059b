using System.Runtime.InteropServices;

namespace DynamoGen.Cli;

/// <summary>Builds a host and starts it with a verb.</summary>
internal static class HostRun
{
    /// <summary>The package that has the verbs, by which a host is known to have them before it is started.</summary>
    private const string VerbsAssembly = "DynamoGen.CommandLine.dll";

    /// <summary>The environment variable with the path of a file that the mounted verbs write; <c>DynamoGen.CommandLine</c> has the same name.</summary>
    private const string MountMark = "DYNAMOGEN_MOUNT_MARK";

    /// <param name="arguments">What the tool was told.</param>
    /// <param name="error">Takes what building it prints.</param>
    /// <returns>The host's exit code.</returns>
    public static async Task<int> RunAsync(ToolArguments arguments, TextWriter error)
    {
        // Ctrl+C reaches the host too, which ends in its own time and with its own code.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, static signal => signal.Cancel = true);
        string[] configuration = arguments.Configuration is { } name ? ["--configuration", name] : [];
        if (arguments.Builds && await DotNet.RunAsync(["build", arguments.Project, .. configuration, "--verbosity", "quiet", "--nologo"], error) != 0)
        {
            throw new HostException($"{arguments.Project} does not build.");
        }

        await CheckAsync(arguments);
        var mark = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            var code = await DotNet.RunAsync(
                ["run", "--project", arguments.Project, .. configuration, "--no-build", "--verbosity", "quiet", "--", "dynamogen", .. arguments.Verb],
                environment: new()
                {
                    [MountMark] = mark,

                    // The default logger of hosts writes where results go.
                    ["Logging__Console__LogToStandardErrorThreshold"] = "Trace",
                });
            return File.Exists(mark) ? code : throw new HostException(
                $"{arguments.Project} ran without DynamoGen's verbs: mount them by 'return await host.RunDynamoGenAsync(args);' in place of host.RunAsync().");
        }
        finally
        {
            File.Delete(mark);
        }
    }

    /// <summary>A host without verbs would run as usual, and do its work.</summary>
    private static async Task CheckAsync(ToolArguments arguments)
    {
        List<string> asked = ["msbuild", arguments.Project, "-nologo", "-getProperty:TargetPath"];
        if (arguments.Configuration is { } configuration)
        {
            asked.Add($"-property:Configuration={configuration}");
        }

        var output = new StringWriter();
        if (await DotNet.RunAsync(asked, output) != 0)
        {
            throw new HostException($"{arguments.Project} is no project that can be read: {output.ToString().Trim()}");
        }

        var target = output.ToString().Trim();
        if (!File.Exists(target))
        {
            throw new HostException($"{arguments.Project} is not built: there is no '{target}'.");
        }

        if (!File.Exists(Path.Combine(Path.GetDirectoryName(target)!, VerbsAssembly)))
        {
            throw new HostException($"{arguments.Project} does not reference the package DynamoGen.CommandLine, which has the verbs, and was not started.");
        }
    }
}
