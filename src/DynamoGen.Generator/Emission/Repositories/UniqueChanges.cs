using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Repositories;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Uniqueness;
using DynamoGen.Declarations.Writes;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Repositories;

/// <summary>Writes what a write makes of the unique values of its item as C# expressions.</summary>
internal static class UniqueChanges
{
    private const string Change = Names.Uniqueness + ".UniqueChange";

    /// <summary>The changes that a write asks for.</summary>
    public static string Of(RepositoryModel repository, UniqueWriteModel unique, SourceExpressions sources) => unique.Updates.Count == 0
        ? $"{repository.Entity.FullName}.{repository.Uniqueness!.Changes}({Parameter(unique.Before)}, {Parameter(unique.After)})"
        : $"new {Change}[] {{ {string.Join(", ", unique.Updates.Select(update => Update(repository, update, sources)))} }}";

    /// <summary>The attributes that the values are stored in.</summary>
    public static string Attributes(UniquenessModel uniqueness) => $"new[] {{ {string.Join(", ", uniqueness.Attributes.Select(Text.Literal))} }}";

    private static string Parameter(string? name) => name is null ? "null" : Text.Identifier(name);

    private static string Update(RepositoryModel repository, UniqueUpdateModel update, SourceExpressions sources)
    {
        string Built(EquatableArray<ValueSource> arguments) => arguments.Count == 0
            ? "null"
            : $"{repository.Entity.FullName}.{repository.Entity.Keys}.{update.Constraint.Class}"
                + $".PartitionKey({string.Join(", ", arguments.Select(sources.Of))})";
        return $"new({Text.Literal(update.Constraint.Key.Template)}, {Built(update.Before)}, {Built(update.After)})";
    }
}
