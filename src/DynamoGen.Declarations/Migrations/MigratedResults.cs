using DynamoGen.Declarations.Batches;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Reads;
using DynamoGen.Declarations.Writes;

namespace DynamoGen.Declarations.Migrations;

/// <summary>Finds what an access pattern yields, as far as a migration can make it of the other entity.</summary>
internal static class MigratedResults
{
    public static MigratedResult Of(PatternModel pattern) => pattern switch
    {
        { Signature.Answer: not null } => MigratedResult.Other,
        WritePattern { Form: not EntityForm } => MigratedResult.Other,
        WritePattern { Result: WriteResult.Nothing } => MigratedResult.Nothing,
        WritePattern { Result: WriteResult.Succeeded } => MigratedResult.Success,
        WritePattern { Result: WriteResult.Outcome } => MigratedResult.Other,
        WritePattern { Result: WriteResult.Written } => MigratedResult.Written,
        WritePattern => MigratedResult.One,
        GetPattern { IsQuestion: true } or QueryPattern { Result: QueryResult.Count or QueryResult.Any } => MigratedResult.Value,
        GetPattern get => IsEntity(get.Form) ? MigratedResult.One : MigratedResult.Other,
        QueryPattern query => Of(query),
        ScanPattern { Result: QueryResult.Count } => MigratedResult.Value,
        ScanPattern scan => IsEntity(scan.Form) && scan.Result == QueryResult.Stream ? MigratedResult.Stream
            : scan.Result == QueryResult.Stream ? MigratedResult.OtherStream
            : MigratedResult.Other,
        GetManyPattern get => get.List is null ? MigratedResult.OtherStream : MigratedResult.Other,
        _ => MigratedResult.Nothing,
    };

    /// <summary>Whether the result has to be made of the other entity's.</summary>
    public static bool HasEntity(this MigratedResult result) =>
        result is MigratedResult.One or MigratedResult.Written or MigratedResult.List or MigratedResult.Page or MigratedResult.Stream;

    private static MigratedResult Of(QueryPattern query) => (query.Result, IsEntity(query.Form)) switch
    {
        (QueryResult.Stream, false) => MigratedResult.OtherStream,
        (QueryResult.Collection, _) or (_, false) => MigratedResult.Other,
        (QueryResult.Stream, _) => MigratedResult.Stream,
        (QueryResult.List, _) => MigratedResult.List,
        (QueryResult.Page, _) => MigratedResult.Page,
        _ => MigratedResult.One,
    };

    private static bool IsEntity(ItemForm form) => form is EntityForm or FetchedForm or HydratedForm;
}
