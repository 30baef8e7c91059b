namespace DynamoGen.Package.Tests;

/// <summary>The package for tests, as it is published, with those that it depends on.</summary>
public sealed class PackedTesting : IAsyncLifetime
{
    public PackedPackage Package { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Package.InitializeAsync();
        await Package.PackAsync("DynamoGen.Local");
        await Package.PackAsync("DynamoGen.Testing");
    }

    public ValueTask DisposeAsync() => Package.DisposeAsync();
}
