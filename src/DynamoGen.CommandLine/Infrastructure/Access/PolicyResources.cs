using DynamoGen.CommandLine.Infrastructure.Resources;
using DynamoGen.Hosting;
using DynamoGen.Schema;

namespace DynamoGen.CommandLine.Infrastructure.Access;

/// <summary>A managed policy for each repository, which roles are given.</summary>
internal static class PolicyResources
{
    public const string Type = "AWS::IAM::ManagedPolicy";

    public static IEnumerable<Resource> Of(
        IEnumerable<RepositoryRegistration> repositories, Func<TableSchema, string> tableName, bool hasBatches, ResourceIds ids) =>
        repositories.Where(repository => repository.Patterns.Count > 0).Select(repository => new Resource(
            ids.Take(ShortName(repository), "Access"),
            Type,
            new BlockBuilder
            {
                { "Description", $"What {repository.Name} does, and nothing else." },
                { "PolicyDocument", RepositoryPolicy.Of(repository.Patterns, Arn, tableName, hasBatches) },
            }.Build()));

    /// <summary>The interface's name without its namespace.</summary>
    public static string ShortName(RepositoryRegistration repository) => repository.Name[(repository.Name.LastIndexOfAny(['.', '+']) + 1)..];

    private static JoinedValue Arn(string resource) => new(
    [
        "arn:", new PlaceValue(Place.Partition), ":dynamodb:", new PlaceValue(Place.Region), ":", new PlaceValue(Place.Account), $":table/{resource}",
    ]);
}
