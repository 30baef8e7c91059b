namespace DynamoGen.Architecture.Tests;

/// <summary>The package that runs DynamoDB Local in Aspire's application hosts.</summary>
internal static class AspireHostingArrows
{
    public static Arrows Table { get; } = new("DynamoGen.Aspire.Hosting", (".", []));
}
