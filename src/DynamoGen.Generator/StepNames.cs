namespace DynamoGen.Generator;

/// <summary>The names of the generator's steps, by which tests see what was computed again.</summary>
internal static class StepNames
{
    public const string Tables = nameof(Tables);
    public const string Entities = nameof(Entities);
    public const string Projections = nameof(Projections);
    public const string Patches = nameof(Patches);
    public const string Fields = nameof(Fields);
    public const string Wrappers = nameof(Wrappers);
    public const string Repositories = nameof(Repositories);
    public const string StreamHandlers = nameof(StreamHandlers);
    public const string Migrations = nameof(Migrations);

    public static readonly IReadOnlyList<string> All = [Tables, Entities, Projections, Patches, Fields, Wrappers, Repositories, StreamHandlers, Migrations];
}
