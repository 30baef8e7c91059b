using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Writes;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Repositories;

/// <summary>Writes the method of an access pattern that writes one item.</summary>
internal sealed class WriteMethodEmitter(SourceWriter writer, MethodScope scope, WritePattern pattern)
{
    private readonly RequestParameters _parameters = new(pattern);

    /// <summary>Whether what is written is a copy of what was given, with what each write sets.</summary>
    private bool IsStamped => pattern.Kind == WriteKind.Put && scope.Repository.Lifecycle.Stamps;

    /// <summary>Whether the time of the write is in what is written, or in its condition.</summary>
    private bool NeedsClock => _parameters.NeedsClock || (IsStamped && scope.Repository.Lifecycle.StampsTime);

    public void Emit()
    {
        var isWritten = pattern.Result == WriteResult.Written;
        var readsClock = IsStamped && NeedsClock && !scope.IsTold;
        var calls = WriteRegion.Calls(scope, pattern.Key);
        if (!isWritten && !readsClock && calls is null)
        {
            writer.Line($"{scope.Signature} =>").Indented($"{Call(Entity(), scope.Now)}{scope.AsTask};");
            return;
        }

        writer.Open((isWritten ? "async " : string.Empty) + scope.Signature);
        if (calls is not null)
        {
            scope.WriteBy(writer, calls);
        }

        if (isWritten)
        {
            EmitWritten();
        }
        else if (readsClock)
        {
            writer.Line($"var {scope.Clock} = {scope.Now};").Line($"return {Call(Entity(), scope.Clock)}{scope.AsTask};");
        }
        else
        {
            writer.Line($"return {Call(Entity(), scope.Now)}{scope.AsTask};");
        }

        writer.Close();
    }

    /// <summary>What is written is what the caller gets, with what the write itself has set.</summary>
    private void EmitWritten()
    {
        if (pattern.Kind != WriteKind.Put)
        {
            var missing = $"throw new {Names.ItemFormatException}({Text.Literal(scope.Repository.Entity.Name)}, "
                + "null, \"the item after the update\", \"nothing\")";
            writer.Line($"return await {Call(string.Empty, scope.Now)}.ConfigureAwait(false) ?? {missing};");
            return;
        }

        var written = scope.Local("written");
        if (NeedsClock)
        {
            writer.Line($"var {scope.Clock} = {scope.Now};");
        }

        writer.Line($"var {written} = {Entity()};");
        writer.Line($"await {Call(written, scope.Clock)}.ConfigureAwait(false);").Line($"return {written};");
    }

    /// <summary>The entity that is written: a copy with what the write sets by itself.</summary>
    private string Entity()
    {
        if (pattern.Signature.Parameter(ParameterRole.Entity) is not { } entity)
        {
            return string.Empty;
        }

        var given = Text.NotNull(entity);
        return IsStamped ? Stamping.Copy(
            scope.Repository.Lifecycle,
            $"({given})",
            Text.Identifier(entity),
            scope.Clock,
            scope.Context,
            scope.Field,
            pattern.Demands is { IsThere: false }) : given;
    }

    private string Call(string entity, string clock)
    {
        var type = scope.Names.Request(pattern);
        var request = $"{scope.Field}, new {type}({_parameters.Arguments(entity, clock, scope.Context, scope.Field)})";
        var call = CallOf(clock, type, request);
        return pattern.Result == WriteResult.Outcome ? $"{Names.Repositories}.RepositoryContext.OutcomeAsync({call})"
            : pattern.AcceptsAbsence ? $"{Names.Repositories}.RepositoryContext.UnlessAbsentAsync({call})"
            : call;
    }

    private string CallOf(string clock, string type, string request)
    {
        if (pattern.Unique is { } unique)
        {
            var changes = UniqueChanges.Of(scope.Repository, unique, new SourceExpressions(Text.Identifier, clock));
            return UniqueCall($"{request}, {Text.Literal(scope.Repository.Entity.Name)}, {changes}");
        }

        if (pattern.Result == WriteResult.Action)
        {
            return $"{scope.Context}.Action({request})";
        }

        if (pattern.IsIdempotent)
        {
            var once = pattern.Result == WriteResult.Succeeded ? "TryWriteOnceAsync" : "WriteOnceAsync";
            return $"{scope.Context}.{once}<{scope.EntityTypes}, {type}>({request}, {scope.Cancellation})";
        }

        var (versioned, types) = pattern.Versions is null ? (string.Empty, string.Empty) : ("Versioned", $"<{scope.EntityTypes}, {type}>");
        var call = (pattern.Result, pattern.Kind) switch
        {
            (WriteResult.Succeeded, _) => $"TryWrite{versioned}Async{types}({request}, {scope.Cancellation})",
            (WriteResult.Replaced, _) => Returning("Old"),
            (WriteResult.Written, WriteKind.Update) => Returning("New"),
            _ => $"Write{versioned}Async{types}({request}, {scope.Cancellation})",
        };
        return $"{scope.Context}.{call}";

        string Returning(string values)
        {
            var returned = scope.Types(pattern.Form);
            var arguments = pattern.Versions is null ? returned : $"{scope.EntityTypes}, {returned}";
            return $"Write{versioned}ReturningAsync<{arguments}, {type}>({request}, {Names.Requests}.ReturnedValues.{values}, {scope.Cancellation})";
        }
    }

    private string UniqueCall(string arguments) => scope.Context + pattern.Result switch
    {
        WriteResult.Action => $".UniqueAction({arguments})",
        WriteResult.Succeeded => $".TryWriteUniqueAsync({arguments}, {scope.Cancellation})",
        _ => $".WriteUniqueAsync({arguments}, {scope.Cancellation})",
    };
}
