namespace DynamoGen.Package.Tests;

/// <summary>The sample as a native program, published once.</summary>
public sealed class NativeStorefrontFixture : IAsyncLifetime
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("dynamogen-native-");

    /// <summary>The program's path.</summary>
    public string Program { get; private set; } = string.Empty;

    /// <summary>What its publishing printed.</summary>
    public string Output { get; private set; } = string.Empty;

    public async ValueTask InitializeAsync() => (Program, Output) = await NativeStorefront.PublishAsync(_root.FullName);

    public ValueTask DisposeAsync()
    {
        _root.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
