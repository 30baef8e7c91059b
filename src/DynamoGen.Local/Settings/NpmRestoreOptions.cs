namespace DynamoGen.Local;

/// <summary>Where and with what npm packages are restored.</summary>
public sealed class NpmRestoreOptions
{
    /// <summary>Where restored packages are kept between runs; by default <see cref="NpmPackages.DefaultCacheDirectory"/>.</summary>
    public string? CacheDirectory { get; init; }

    /// <summary>Receives what is being done, as short sentences for people.</summary>
    public IProgress<string>? Progress { get; init; }

    /// <summary>The environment variables and programs to use; by default this process's own.</summary>
    public ProcessEnvironment Environment { get; init; } = ProcessEnvironment.Current;
}
