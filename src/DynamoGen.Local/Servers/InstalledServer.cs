using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace DynamoGen.Local;

/// <summary>
/// A jar that the user installed, of any version, started as AWS documents it. That way it has no option for the address to
/// listen on and listens on every interface; and it outlives this process when this process is killed outright.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DynamoDBLocal.DownloadingAndRunning.html"/>
internal static class InstalledServer
{
    private const string JarName = "DynamoDBLocal.jar";
    private const string LibraryName = "DynamoDBLocal_lib";

    /// <summary>The folder that the options or the environment name, or null.</summary>
    /// <exception cref="DynamoDbLocalException">The folder lacks the jar or its libraries.</exception>
    public static string? Find(DynamoDbLocalOptions options)
    {
        if ((options.InstalledJarDirectory ?? options.Environment.GetVariable(DynamoDbLocalOptions.InstalledJarVariable)) is not { } directory)
        {
            return null;
        }

        if (!File.Exists(Path.Combine(directory, JarName)) || !Directory.Exists(Path.Combine(directory, LibraryName)))
        {
            throw new DynamoDbLocalException(
                $"'{directory}', which {DynamoDbLocalOptions.InstalledJarVariable} or the options name, does not hold both {JarName} and {LibraryName}.");
        }

        return Path.GetFullPath(directory);
    }

    public static JavaServer Start(DynamoDbLocalOptions options, JavaRuntime java, string directory)
    {
        options.Progress?.Report("Starting the installed DynamoDB Local");
        var port = options.Port ?? FreePort();
        var start = options.Environment.Describe(java.Path, directory,
        [
            $"-Xmx{options.MaxHeapMebibytes}m",
            $"-Djava.library.path={LibraryName}",
            "-jar", JarName,
            .. options.CreateDatabaseDirectory() is { } data ? ["-dbPath", data] : (string[])["-inMemory"],
            .. options.SharingArguments,
            "-port", port.ToString(CultureInfo.InvariantCulture),
        ]);
        return JavaServer.Start(DynamoDbLocalSource.InstalledJar, start, port, options.Output);
    }

    /// <summary>A port that is free now. Another process may take it before the server does; the start is then tried again.</summary>
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Any, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
