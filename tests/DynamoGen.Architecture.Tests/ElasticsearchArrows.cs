namespace DynamoGen.Architecture.Tests;

/// <summary>The package that writes changes to Elasticsearch.</summary>
internal static class ElasticsearchArrows
{
    public static Arrows Table { get; } = new("DynamoGen.Streams.Elasticsearch", (".", []));
}
