using DynamoGen.Local;

namespace DynamoGen.Aspire.Hosting;

/// <summary>A server's options as its host changes them: all but what it says itself is as it was given.</summary>
internal static class HostedOptions
{
    /// <summary>The options with the folder of the data as the host finds it.</summary>
    public static DynamoDbLocalOptions Beside(this DynamoDbLocalOptions given, string directory) =>
        Copy(given, given.DatabaseDirectory is { } folder ? Path.Combine(directory, folder) : null, given.Progress, given.Output);

    /// <summary>The options with what receives the server's lines.</summary>
    public static DynamoDbLocalOptions Logged(this DynamoDbLocalOptions given, IProgress<string> progress, IProgress<string> output) =>
        Copy(given, given.DatabaseDirectory, progress, output);

    private static DynamoDbLocalOptions Copy(
        DynamoDbLocalOptions given, string? databaseDirectory, IProgress<string>? progress, IProgress<string>? output) => new()
        {
            InstalledJarDirectory = given.InstalledJarDirectory,
            Port = given.Port,
            DatabaseDirectory = databaseDirectory,
            MaxHeapMebibytes = given.MaxHeapMebibytes,
            SeparateDatabases = given.SeparateDatabases,
            StartTimeout = given.StartTimeout,
            DockerImage = given.DockerImage,
            CacheDirectory = given.CacheDirectory,
            Progress = progress,
            Output = output,
            Environment = given.Environment,
            TimeProvider = given.TimeProvider,
        };
}
