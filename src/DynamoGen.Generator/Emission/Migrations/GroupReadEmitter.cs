using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Migrations;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Reads;
using DynamoGen.Generator.Emission.Repositories;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Migrations;

/// <summary>Writes a read of a group, which either side answers: as it is stored there, or made of what is stored there.</summary>
internal sealed class GroupReadEmitter(SourceWriter writer, FollowingSide side, MethodScope scope, MigratedPattern pattern)
{
    private const string Session = $"{Names.MigrationSessions}.MigrationSession";

    private readonly GroupModel _group = side.Migration.Group!;

    private EntityReference Many => (side.IsTarget == _group.SourceIsOne ? side.Side : side.Other).Repository.Entity;

    private EntityReference Own => side.Side.Repository.Entity;

    public void Emit()
    {
        var (own, other) = (OwnRead, OtherRead);
        string[] arguments = [$"{scope.Field},", $"{GroupEmitter.GroupOf(pattern)},", $"{(side.IsTarget ? other : own)},", side.IsTarget ? own : other];
        if (pattern.Result == MigratedResult.Stream)
        {
            writer.Line($"{scope.Declared} =>").Indent();
            writer.Line($"{side.Session}.EnumerateGroupAsync<{Types(Own)}>(").Indent();
            Lines(arguments, $"{scope.Cancellation});");
            writer.Outdent().Outdent();
            return;
        }

        var copy = pattern.Pattern is QueryPattern { List: ListShape.Array } ? ".ToArray()" : string.Empty;
        writer.Line($"async {scope.Declared} =>").Indent();
        writer.Line($"{(copy.Length > 0 ? "(" : string.Empty)}await {side.Session}.ReadGroupAsync<{Result}, {Types(Compared)}>(").Indent();
        Lines(arguments, $"static found => {ComparedItems}).ConfigureAwait(false){(copy.Length > 0 ? ")" : string.Empty)}{copy};");
        writer.Outdent().Outdent();
    }

    private void Lines(string[] arguments, string last)
    {
        foreach (var argument in arguments.Take(arguments.Length - 1))
        {
            writer.Line(argument);
        }

        writer.Line(arguments[arguments.Length - 1] + ",").Line(last);
    }

    /// <summary>What both sides are asked for.</summary>
    private string Result => pattern.Use == GroupUse.Group ? $"global::System.Collections.Generic.List<{Own.FullName}>" : $"{Own.FullName}?";

    /// <summary>New items are compared, but for one of several old ones, which no new one stands for.</summary>
    private EntityReference Compared => pattern.Use == GroupUse.One ? side.TargetEntity : Own;

    private string ComparedItems => pattern.Use switch
    {
        GroupUse.Group => "found",
        GroupUse.One when !side.IsTarget => "Split(found)",
        _ => "Listed(found)",
    };

    private string OwnRead
    {
        get
        {
            var call = side.Call(pattern, side.IsTarget);
            return pattern.Use == GroupUse.Group ? Lambda(Listing((QueryPattern)pattern.Pattern, call)) : Lambda(Awaited(call));
        }
    }

    private string OtherRead
    {
        get
        {
            var call = CounterpartCall;
            return pattern.Use switch
            {
                GroupUse.One => Lambda($"Merge({Listing(_group.Query, call)})"),
                GroupUse.Group => Lambda($"{side.Session}.Sorted<{Types(Many)}>(Split({Awaited(call)}))"),
                _ => Lambda($"{side.Session}.Find<{Types(Many)}, {Many.FullName}.{Many.PrimaryKey}>(Split({Awaited(call)}), {MemberKey})"),
            };
        }
    }

    private string MemberKey => KeyRequestEmitter.PrimaryKey(
        side.Side.Repository, ((GetPattern)pattern.Pattern).Key, new SourceExpressions(Text.Identifier, string.Empty));

    /// <summary>A call of the other side's repository, which is given the values of the group.</summary>
    private string CounterpartCall
    {
        get
        {
            var counterpart = pattern.Counterpart!;
            var sources = new SourceExpressions(Text.Identifier, string.Empty);
            var values = _group.Parts.Zip(pattern.Group, (part, value) => (part, Value: sources.Of(value))).ToList();
            var arguments = counterpart.Signature.Parameters.Select(parameter => $"{Text.Identifier(parameter.Name)}: "
                + (parameter.Role == ParameterRole.Cancellation ? scope.Cancellation
                    : values.First(pair => IsOf(parameter.Name, pair.part, counterpart)).Value));
            return $"{(side.IsTarget ? side.Source : side.Target)}.{Text.Identifier(counterpart.Name)}({string.Join(", ", arguments)})";
        }
    }

    /// <summary>Whether a parameter of the counterpart has the value of a part: that of the query by its name, that of a get by its place in the key.</summary>
    private static bool IsOf(string parameter, GroupPart part, PatternModel counterpart) => counterpart is GetPattern get
        ? get.Key.Partition.Concat(get.Key.SortPrefix).Any(bound =>
            bound.Part.IsPlaceholder && bound.Part.Text == part.One && bound.Value is ParameterSource source && source.Parameter == parameter)
        : part.Parameter == parameter;

    private static string Lambda(string body) => $"async () => {body}";

    private static string Awaited(string call) => $"await {call}.ConfigureAwait(false)";

    /// <summary>All items of a query as a list.</summary>
    private static string Listing(QueryPattern query, string call) => query.Result == QueryResult.Stream
        ? Awaited($"{Session}.ListAsync({call})")
        : $"global::System.Linq.Enumerable.ToList({Awaited(call)})";

    private static string Types(EntityReference entity) => $"{entity.FullName}, {entity.FullName}.{entity.Marshaller}";
}
