using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Problems;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Patches;

/// <summary>Reads the patch that a method of an entity's repository takes.</summary>
internal sealed class PatchUse(IMethodSymbol method, EntityModel model)
{
    /// <exception cref="ExpressionException">It is no patch of the entity, or may be null.</exception>
    public PatchModel Of(IParameterSymbol parameter)
    {
        var type = (INamedTypeSymbol)parameter.Type;
        if (PatternParameters.IsNullable(parameter))
        {
            throw new ExpressionException($"takes the patch '{parameter.Name}', which may be null; a patch that changes nothing is an empty one");
        }

        if (method.Parameters.Any(other => !SymbolEqualityComparer.Default.Equals(other, parameter) && PatchParser.EntityOf(other.Type) is not null))
        {
            throw new ExpressionException("takes two patches; let one of them have all properties");
        }

        return PatchParser.Parse(type, new DeclarationProblems()) is not { } patch
                ? throw new ExpressionException($"takes '{type.Name}', whose declaration is refused")
            : patch.Entity != model.Type.FullName ? throw new ExpressionException($"takes '{type.Name}', which is a patch of {patch.EntityName}")
            : patch;
    }
}
