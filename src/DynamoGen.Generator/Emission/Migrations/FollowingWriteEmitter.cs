using DynamoGen.Declarations.Migrations;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Writes;
using DynamoGen.Generator.Emission.Repositories;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Migrations;

/// <summary>Writes a write that goes to one of the items as without a migration, or to both in one transaction.</summary>
internal sealed class FollowingWriteEmitter(SourceWriter writer, FollowingSide side, MethodScope scope, MigratedPattern pattern)
{
    private readonly string _phase = scope.Local("scope");

    private bool Yields => pattern.Result is not MigratedResult.Nothing;

    public void Emit()
    {
        writer.Open($"async {scope.Declared}").Line($"using var {_phase} = {side.Session}.EnterWrite();");
        EmitAlone(side.IsTarget);
        if (pattern.IsWrittenTwice && pattern.IsAnsweredElsewhere)
        {
            EmitAlone(!side.IsTarget);
        }
        else if (pattern.IsWrittenTwice)
        {
            writer.Open($"if ({Alone(!side.IsTarget)})").Line(side.Unavailable(pattern, _phase)).Close();
        }

        if (pattern.IsWrittenTwice)
        {
            EmitBoth();
        }
        else
        {
            writer.Line(side.Unavailable(pattern, _phase));
        }

        writer.Close();
    }

    private string Alone(bool isTarget) => $"{_phase}.Writes{(isTarget ? "Target" : "Source")}Alone";

    private void EmitAlone(bool isTarget)
    {
        var call = $"await {side.Call(pattern, isTarget)}.ConfigureAwait(false)";
        writer.Open($"if ({Alone(isTarget)})");
        if (Yields)
        {
            writer.Line($"return {(pattern.Result == MigratedResult.Success ? call : side.Own(call, isTarget))};");
        }
        else
        {
            writer.Line(call + ";").Line("return;");
        }

        writer.Close();
    }

    private void EmitBoth()
    {
        var clock = scope.Clock;
        writer.Line($"var {clock} = {scope.Now};");
        writer.Line(pattern.Result == MigratedResult.Success ? $"return await {side.Session}.TryWriteAsync(" : $"await {side.Session}.WriteAsync(").Indent();
        writer.Line($"{_phase},").Line($"{scope.Field},");
        writer.Line($"{side.Action(pattern, isTarget: false, clock)},").Line($"{side.Action(pattern, isTarget: true, clock)},");
        writer.Line($"{scope.Cancellation}).ConfigureAwait(false);").Outdent();
        if (pattern.Result == MigratedResult.Written)
        {
            EmitWritten(clock);
        }
    }

    /// <summary>What was put is known; what an update has made of the item is read, of those items that lead.</summary>
    private void EmitWritten(string clock)
    {
        var repository = side.Side.Repository;
        if (pattern.Pattern is WritePattern { Kind: WriteKind.Update })
        {
            var isOwnAlone = !pattern.IsAnsweredElsewhere;
            writer.Line(isOwnAlone ? $"return {side.Written(pattern, side.IsTarget)}" : $"return ({_phase}.ReadsTarget").Indent();
            if (!isOwnAlone)
            {
                writer.Line($"? {side.Written(pattern, isTarget: true)}").Line($": {side.Written(pattern, isTarget: false)})");
            }

            writer.Outdent();
            writer.Indented($"?? throw new {Names.ItemFormatException}({Text.Literal(repository.Entity.Name)}, null, \"the item after the update\", \"nothing\");");
            return;
        }

        var entity = Text.Identifier(pattern.Pattern.Signature.Parameter(ParameterRole.Entity)!);
        var written = repository.Lifecycle.Stamps ? Stamping.Copy(repository.Lifecycle, entity, entity, clock, scope.Context, scope.Field) : entity;
        writer.Line($"return {written};");
    }
}
