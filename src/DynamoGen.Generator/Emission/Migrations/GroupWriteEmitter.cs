using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Migrations;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Generator.Emission.Repositories;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Migrations;

/// <summary>
/// Writes a write where one item stands for several: as without a migration while its side is alone, with its group's entry in the ledger while its side
/// leads, and while the other one leads, a replacement of the several.
/// </summary>
internal sealed class GroupWriteEmitter(SourceWriter writer, FollowingSide side, MethodScope scope, MigratedPattern pattern)
{
    private readonly string _phase = scope.Local("scope");

    private EntityReference Many => (side.Migration.Group!.SourceIsOne ? side.Migration.Target : side.Migration.Source).Repository.Entity;

    private bool Yields => pattern.Result is not MigratedResult.Nothing;

    private string? Entity => pattern.Pattern.Signature.Parameter(ParameterRole.Entity) is { } name ? Text.Identifier(name) : null;

    public void Emit()
    {
        writer.Open($"async {scope.Declared}");
        if (Entity is { } entity)
        {
            writer.Line($"global::System.ArgumentNullException.ThrowIfNull({entity});");
        }

        writer.Line($"using var {_phase} = {side.Session}.EnterWrite();");
        EmitAlone();
        if (pattern.IsLed)
        {
            writer.Open($"if ({(side.IsTarget ? "!" : string.Empty)}{_phase}.ReadsTarget)");
            EmitFollowing();
            writer.Close();
            EmitLeading();
        }
        else
        {
            EmitFollowing();
        }

        writer.Close();
    }

    private void EmitAlone()
    {
        var call = $"await {side.Call(pattern, side.IsTarget)}.ConfigureAwait(false)";
        writer.Open($"if ({_phase}.Writes{(side.IsTarget ? "Target" : "Source")}Alone)");
        if (Yields)
        {
            writer.Line($"return {call};");
        }
        else
        {
            writer.Line(call + ";").Line("return;");
        }

        writer.Close();
    }

    /// <summary>The other side leads.</summary>
    private void EmitFollowing()
    {
        if (pattern.Use is GroupUse.None)
        {
            writer.Line(side.Unavailable(pattern, _phase));
            return;
        }

        if (pattern.Use == GroupUse.Delete)
        {
            Call("DeleteGroup", string.Empty);
        }
        else
        {
            var isCreate = pattern.Use == GroupUse.Create ? "true" : "false";
            Call("ReplaceGroup", $"<{Many.FullName}, {Many.FullName}.{Many.Marshaller}>", $"Split({Entity}),", "GroupOf,", $"mustBeAbsent: {isCreate},");
        }

        if (pattern.Result == MigratedResult.Written)
        {
            writer.Line($"return {Entity};");
        }
        else if (!Yields)
        {
            writer.Line("return;");
        }
    }

    private void EmitLeading()
    {
        var clock = scope.Clock;
        writer.Line($"var {clock} = {scope.Now};");
        Call("WriteGroup", string.Empty, $"{side.Action(pattern, side.IsTarget, clock)},");
        if (pattern.Result == MigratedResult.Written)
        {
            WrittenEmitter.Emit(writer, side, scope, pattern, clock, _phase, isOwnAlone: true);
        }
    }

    private void Call(string method, string types, params string[] arguments)
    {
        writer.Line(pattern.Result == MigratedResult.Success
            ? $"return await {side.Session}.Try{method}Async{types}("
            : $"await {side.Session}.{method}Async{types}(").Indent();
        writer.Line($"{_phase},").Line($"{scope.Field},").Line($"{GroupEmitter.GroupOf(pattern)},");
        foreach (var argument in arguments)
        {
            writer.Line(argument);
        }

        writer.Line($"{scope.Cancellation}).ConfigureAwait(false);").Outdent();
    }
}
