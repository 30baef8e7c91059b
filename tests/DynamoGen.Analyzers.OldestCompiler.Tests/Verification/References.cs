using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Tests.Verification;

/// <summary>What test sources are compiled against: the framework that runs the tests, and what comes with them.</summary>
internal static class References
{
    public static IReadOnlyList<MetadataReference> Framework { get; } =
        [.. Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System*.dll")
            .Append(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "netstandard.dll"))
            .Select(path => MetadataReference.CreateFromFile(path))];

    public static IReadOnlyList<MetadataReference> Sdk { get; } =
        [FromAssemblyOf<IAmazonDynamoDB>(), FromAssemblyOf<AmazonServiceClient>()];

    public static IReadOnlyList<MetadataReference> All { get; } = [.. Framework, .. Sdk, FromAssemblyOf<KeyAttribute>()];

    public static MetadataReference FromAssemblyOf<T>() => MetadataReference.CreateFromFile(typeof(T).Assembly.Location);
}
