using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Migrations;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Reads;
using DynamoGen.Declarations.Repositories;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Writes;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Migrations;

/// <summary>
/// The writes of a repository as actions of a transaction, which is told the time, so that both items are stamped with the same; and the reads of what
/// updates have written.
/// </summary>
internal static class ActionPatterns
{
    /// <summary>A repository of the actions of those writes that write both items.</summary>
    public static RepositoryModel Of(MigrationSide side) => side.Repository with
    {
        Patterns = new EquatableArray<PatternModel>(side.Patterns.Where(pattern => pattern.IsLed || (pattern.IsWrite && pattern.Counterpart is not null))
            .SelectMany(pattern => Of((WritePattern)pattern.Pattern, side.Repository.Entity))),
    };

    /// <summary>The name of the parameter that tells an action the time.</summary>
    public static string Clock(PatternModel pattern) =>
        new FreeNames(pattern.Signature.Parameters.Select(parameter => parameter.Name)).Take("now");

    /// <summary>The name of the method that reads what an update has written.</summary>
    public static string Reading(PatternModel pattern) => pattern.Signature.UniqueName + "_Written";

    private static IEnumerable<PatternModel> Of(WritePattern pattern, EntityReference entity)
    {
        yield return Action(pattern);
        if (pattern is { Result: WriteResult.Written, Kind: WriteKind.Update })
        {
            yield return Read(pattern, entity);
        }
    }

    private static WritePattern Action(WritePattern pattern)
    {
        var given = pattern.Signature.Parameters.Where(parameter => parameter.Role != ParameterRole.Cancellation);
        var clock = new ParameterModel(Clock(pattern), "global::System.DateTimeOffset", ParameterRole.Clock);
        return pattern with
        {
            Signature = pattern.Signature with
            {
                Contract = null,
                ReturnType = Names.WriteAction,
                ReturnsTask = false,
                Parameters = new EquatableArray<ParameterModel>(given.Append(clock)),
            },
            Result = WriteResult.Action,
            Expressions = pattern.Expressions with { Update = Unmarked(pattern.Expressions.Update) },
            IsMarked = false,
            IsIdempotent = false,
        };
    }

    /// <summary>A transaction is known again by its token, and so needs no mark in the item.</summary>
    private static UpdateModel? Unmarked(UpdateModel? update) => update is null ? null : update with
    {
        Sets = new EquatableArray<SetAction>(update.Sets.Where(action => action.Path.Attribute != WriteRepetition.Mark)),
    };

    /// <summary>A transaction returns no item, so that what an update has made of it has to be read.</summary>
    private static GetPattern Read(WritePattern pattern, EntityReference entity)
    {
        var signature = pattern.Signature with
        {
            UniqueName = Reading(pattern),
            Contract = null,
            ReturnType = $"{Names.ValueTask}<{entity.FullName}?>",
            ReturnsTask = false,
        };
        return new GetPattern(signature, pattern.Key, ItemForm.Entity, IsConsistent: true, Expiry: null, IsAction: false);
    }
}
