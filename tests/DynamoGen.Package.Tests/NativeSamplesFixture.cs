namespace DynamoGen.Package.Tests;

/// <summary>The samples as native programs, each published once, when a test asks for it; what they share is built once.</summary>
public sealed class NativeSamplesFixture : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("dynamogen-native-");
    private readonly Dictionary<string, Task<NativeSample>> _published = [];

    /// <summary>Publishes a sample unless it is already. The tests of a collection run one after the other, and so do the builds.</summary>
    internal Task<NativeSample> PublishedAsync(string name) =>
        _published.TryGetValue(name, out var published) ? published : _published[name] = NativeSample.PublishAsync(name, _root.FullName);

    public void Dispose() => _root.Delete(recursive: true);
}

/// <summary>The tests that run native programs.</summary>
[CollectionDefinition(nameof(NativeSamples))]
public sealed class NativeSamples : ICollectionFixture<NativeSamplesFixture>;
