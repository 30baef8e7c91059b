namespace DynamoGen.Package.Tests;

/// <summary>The package of the rules alone, as it is published, beside the one that has them too.</summary>
public sealed class PackedRules : IAsyncLifetime
{
    public const string Id = "DynamoGen.Analyzers";

    public PackedPackage Package { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Package.InitializeAsync();
        await Package.PackAsync("DynamoGen.Analyzers.Package");
    }

    public ValueTask DisposeAsync() => Package.DisposeAsync();
}
