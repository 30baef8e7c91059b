using DynamoGen.Declarations.Migrations;
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
            WrittenEmitter.Emit(writer, side, scope, pattern, clock, _phase, isOwnAlone: !pattern.IsAnsweredElsewhere);
        }
    }
}
