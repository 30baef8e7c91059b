using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Repositories;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Writes;

/// <summary>Reads a method that writes one item.</summary>
internal sealed class WritePatternParser(PatternDeclaration declaration)
{
    public AccessPatternModel? Parse(string verb, PatternReturn result)
    {
        if (declaration.Index is not null)
        {
            return declaration.Misshapen("an index cannot be written to; write the table, and the index follows");
        }

        var takesEntity = verb is "Put" or "Upsert" or "Create" or "Replace";
        if (takesEntity && declaration.EntityParameter is null)
        {
            return declaration.Misshapen($"a {verb} takes the {declaration.Entity.Name} that it writes");
        }

        WriteResult? yields = (result.Kind, verb) switch
        {
            (PatternReturnKind.WriteAction, _) => WriteResult.Action,
            (_, "Check") => null,
            (PatternReturnKind.Nothing, _) => WriteResult.Nothing,
            (PatternReturnKind.Success, _) => WriteResult.Succeeded,
            (PatternReturnKind.Entity, not "Delete") => WriteResult.Written,
            (PatternReturnKind.One, _) => WriteResult.Replaced,
            _ => null,
        };
        if (yields is null || result.View is { Kind: not ItemViewKind.Entity })
        {
            return declaration.Misshapen(verb == "Check"
                ? "a check is for transactions; return WriteAction"
                : $"a {verb} yields nothing, whether it succeeded (bool), the {declaration.Entity.Name} as it is afterwards, or the {declaration.Entity.Name}? that was there before");
        }

        if (UniqueWriteParser.Obstacle(verb, declaration.Method, declaration.Model, declaration.EntityParameter, yields.Value) is { } obstacle)
        {
            return declaration.Misshapen(obstacle);
        }

        var parser = new WriteParser(declaration.Method, declaration.Model, declaration.EntityParameter, yields.Value);
        WriteModel write;
        try
        {
            write = parser.Parse();
        }
        catch (ExpressionException problem)
        {
            return declaration.Wrong(problem);
        }

        var condition = declaration.EntityParameter is null ? declaration.Condition(declaration.Model.Keys[0], KeyNeed.Whole, parser.KeyParameters) : KeyBinder.FromEntity(declaration.Model.Keys[0], TypeNames.Escaped(declaration.EntityParameter.Name));
        if (declaration.EntityParameter is not null && parser.KeyParameters.FirstOrDefault(parameter => !SymbolEqualityComparer.Default.Equals(parameter, declaration.EntityParameter)) is { } idle)
        {
            return declaration.Misshapen($"nothing takes the parameter '{idle.Name}' beside the {declaration.Entity.Name}");
        }

        return condition is null ? null : declaration.Pattern(AccessPatternKind.Write, result, condition, takesEntity: true) with { Write = write, Clock = parser.Clock, IsAction = yields == WriteResult.Action };
    }
}
