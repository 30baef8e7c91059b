using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Tests.Verification;

/// <summary>What test sources are compiled against; all of it comes with the test's own build.</summary>
internal static class References
{
    public static IReadOnlyList<MetadataReference> Framework { get; } = Net100.References.All;

    public static IReadOnlyList<MetadataReference> Sdk { get; } =
        [FromAssemblyOf<IAmazonDynamoDB>(), FromAssemblyOf<AmazonServiceClient>()];

    public static IReadOnlyList<MetadataReference> All { get; } = [.. Framework, .. Sdk, FromAssemblyOf<KeyAttribute>()];

    public static MetadataReference FromAssemblyOf<T>() => MetadataReference.CreateFromFile(typeof(T).Assembly.Location);
}
