using DynamoGen.Declarations.Batches;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Repositories;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Writes;

namespace DynamoGen.Declarations.Migrations;

/// <summary>Finds what each access pattern of a repository has in its place in the other one, and in which phases it works therefore.</summary>
/// <param name="own">The repository.</param>
/// <param name="other">The other one.</param>
/// <param name="toOther">Whether an entity can be turned into one of the other.</param>
/// <param name="toOwn">Whether one of the other can be turned into the entity.</param>
internal sealed class PatternPairing(RepositoryModel own, RepositoryModel other, bool toOther, bool toOwn)
{
    private const string NoBackward = "the migration has no Backward";

    public MigrationSide Pair() => new(own, new EquatableArray<MigratedPattern>(own.Patterns.Select(Pair)));

    private MigratedPattern Pair(PatternModel pattern)
    {
        var result = MigratedResults.Of(pattern);
        var isWrite = pattern is WritePattern or PutManyPattern or DeleteManyPattern;
        var counterpart = Missing(pattern, result) is null ? other.Patterns.FirstOrDefault(candidate => IsCounterpart(pattern, candidate)) : null;
        var migrated = new MigratedPattern(pattern, result, counterpart, isWrite);
        if (counterpart is null)
        {
            return migrated with
            {
                Obstacle = Missing(pattern, result)
                    ?? $"'{other.Type.Name}' has no method of this name with the same parameters, whose result is the same but for the entity",
            };
        }

        var isTaken = toOther || !TakesEntity(pattern);
        var isYielded = toOwn || !result.HasEntity();
        return migrated with
        {
            IsWrittenTwice = isWrite && isTaken,
            IsAnsweredElsewhere = isTaken && isYielded,
            Obstacle = isTaken && isYielded ? null : NoBackward,
        };
    }

    /// <summary>Why a method can have nothing in its place, as the end of a sentence; null where it can.</summary>
    private static string? Missing(PatternModel pattern, MigratedResult result) => (pattern, result) switch
    {
        (WritePattern { Result: WriteResult.Replaced }, _) => "a transaction, in which both items are written, does not return the item that was there before",
        (WritePattern { Creates: true }, _) => "where one of both items is still missing, the update would make another one than the other's",
        (PutManyPattern or DeleteManyPattern, _) => "a batch cannot write both items in one transaction; write them one by one",
        (GetManyPattern, _) => "its primary keys are not those of the other entity",
        (_, MigratedResult.Other or MigratedResult.OtherStream) => "what it yields cannot be made of the other entity",
        _ => null,
    };

    private bool IsCounterpart(PatternModel pattern, PatternModel candidate) =>
        candidate.Name == pattern.Name
        && IsSameOperation(pattern, candidate)
        && MigratedResults.Of(candidate) == MigratedResults.Of(pattern)
        && Exchanged(candidate.Signature.ReturnType) == pattern.Signature.ReturnType
        && Parameters(pattern).SequenceEqual(Parameters(candidate));

    private static bool IsSameOperation(PatternModel pattern, PatternModel candidate) => (pattern, candidate) switch
    {
        (WritePattern first, WritePattern second) => first.Kind == second.Kind && first.Result == second.Result,
        _ => pattern is not WritePattern && candidate is not WritePattern,
    };

    /// <summary>A return type of the other repository with the entity in the place of the other one.</summary>
    private string Exchanged(string type) => type
        .Replace($"<{other.Entity.FullName}>", $"<{own.Entity.FullName}>")
        .Replace($"<{other.Entity.FullName}?>", $"<{own.Entity.FullName}?>");

    /// <summary>What a method is given, in whatever order; the token apart, and of the entity only that it is given.</summary>
    private static IEnumerable<(string Name, string Type)> Parameters(PatternModel pattern) =>
        pattern.Signature.Parameters.Where(parameter => parameter.Role != ParameterRole.Cancellation)
            .Select(parameter => parameter.Role == ParameterRole.Entity ? (string.Empty, string.Empty) : (parameter.Name, parameter.TypeName))
            .OrderBy(parameter => parameter.Item1, StringComparer.Ordinal);

    private static bool TakesEntity(PatternModel pattern) => pattern.Signature.Parameter(ParameterRole.Entity) is not null;
}
