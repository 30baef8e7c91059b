using DynamoGen.Declarations.Migrations;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Reads;
using DynamoGen.Generator.Emission.Repositories;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Migrations;

/// <summary>
/// Writes a read that is answered once: from the new items, from the old ones, or from these beside which the new ones are read and compared.
/// </summary>
internal sealed class FollowingReadEmitter(SourceWriter writer, FollowingSide side, MethodScope scope, MigratedPattern pattern)
{
    private readonly string _phase = scope.Local("scope");

    public void Emit()
    {
        writer.Open($"async {scope.Declared}").Line($"using var {_phase} = {side.Session}.EnterRead();");
        writer.Open($"if ({_phase}.ReadsTarget)");
        EmitBranch(isTarget: true);
        writer.Close();
        if (pattern.Counterpart is null || !IsAvailable(isTarget: false) || pattern.Result == MigratedResult.Value)
        {
            EmitBranch(isTarget: false);
        }
        else
        {
            EmitCompared();
        }

        writer.Close();
    }

    private bool IsAvailable(bool isTarget) => isTarget == side.IsTarget || pattern.IsAnsweredElsewhere;

    private void EmitBranch(bool isTarget)
    {
        if (!IsAvailable(isTarget))
        {
            writer.Line(side.Unavailable(pattern, _phase));
        }
        else
        {
            Read(scope.Local(isTarget ? "target" : "source"), isTarget, found => writer.Line($"return {Own(found, isTarget)};"));
        }
    }

    private void EmitCompared()
    {
        var (answer, other) = (scope.Local("answer"), scope.Local("other"));
        writer.Line($"var {answer} = {Awaited(isTarget: false)};");
        if (side.IsTarget)
        {
            var found = answer;
            answer = scope.Local("mapped");
            writer.Line($"var {answer} = {Own(found, isTarget: false)};");
        }

        // Another page begins where the old items' cursor says, which says nothing of the new ones.
        var first = pattern.Result == MigratedResult.Page && scope.Pattern.Signature.Parameter(ParameterRole.Cursor) is { } cursor
            ? $" && {Text.Identifier(cursor)} is null"
            : string.Empty;
        writer.Open($"if ({_phase}.ReadsBoth{first})").Open("try");
        writer.Line($"var {other} = {Awaited(isTarget: true)};");
        EmitComparison(answer, other);
        writer.Close();
        var failure = scope.Local("failure");
        writer.Line($"catch (global::System.Exception {failure})").OpenBlock();
        writer.Line($"{side.Session}.NotCompared({scope.Field}, {failure});").Close().Close();
        writer.Line($"return {answer};");
    }

    private void EmitComparison(string answer, string other)
    {
        var entity = side.TargetEntity;
        var types = $"<{entity.FullName}, {entity.FullName}.{entity.Marshaller}>";
        var items = pattern.Result == MigratedResult.Page ? ".Items" : string.Empty;
        var expected = side.IsTarget ? answer + items
            : pattern.Result == MigratedResult.One ? $"Forward({answer})"
            : $"global::System.Linq.Enumerable.Select({answer}{items}, {side.Migration.Type.FullName}.Forward)";
        var method = pattern.Result == MigratedResult.One ? "Compared" : "ComparedLists";
        writer.Line($"{side.Session}.{method}{types}({scope.Field}, {expected}, {other}{items});");
    }

    private void Read(string local, bool isTarget, Action<string> use)
    {
        if (isTarget == side.IsTarget || pattern.Result is MigratedResult.One or MigratedResult.Value)
        {
            use(Awaited(isTarget));
            return;
        }

        writer.Line($"var {local} = {Awaited(isTarget)};");
        use(local);
    }

    private string Awaited(bool isTarget) => $"await {side.Call(pattern, isTarget)}.ConfigureAwait(false)";

    /// <summary>Makes a list of mapped items: a list where the method returns one, else an array.</summary>
    private string Copy => pattern.Pattern is QueryPattern { List: ListShape.List } ? "ToList" : "ToArray";

    /// <summary>What one of the repositories has answered with, made of one's own entity.</summary>
    private string Own(string found, bool isTarget)
    {
        if (isTarget == side.IsTarget)
        {
            return found;
        }

        var function = $"{side.Migration.Type.FullName}.{(side.IsTarget ? "Forward" : "Backward")}";
        return pattern.Result switch
        {
            MigratedResult.Value => found,
            MigratedResult.List => Mapped(found),
            MigratedResult.Page => $"new global::DynamoGen.Page<{side.Side.Repository.Entity.FullName}>({Mapped(found + ".Items")}, {found}.Cursor)",
            _ => side.Own(found, isTarget),
        };

        string Mapped(string items) => $"global::System.Linq.Enumerable.{Copy}(global::System.Linq.Enumerable.Select({items}, {function}))";
    }
}
