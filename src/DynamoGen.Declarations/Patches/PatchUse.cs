using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Problems;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Patches;

/// <summary>Reads the patch that a method of an entity's repository takes.</summary>
internal sealed class PatchUse(IMethodSymbol method, EntityModel model)
{
    /// <summary>The parameter that is a patch, or null.</summary>
    public IParameterSymbol? Parameter => method.Parameters.FirstOrDefault(parameter => PatchParser.EntityOf(parameter.Type) is not null);

    /// <summary>The update that the patch says.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="text">The update that the method says beside it, or null.</param>
    /// <param name="creates">Whether the update makes the item where there is none.</param>
    /// <exception cref="ExpressionException">The method cannot take it, it is no patch of the entity, or may be null.</exception>
    public UpdateClauses Update(IParameterSymbol parameter, string? text, bool creates)
    {
        var type = (INamedTypeSymbol)parameter.Type;
        if (text is { Length: > 0 })
        {
            throw new ExpressionException($"is said by an expression and by the patch '{parameter.Name}'; leave one of them out");
        }

        if (creates)
        {
            throw new ExpressionException($"makes an item where there is none, which has more than the patch '{parameter.Name}'; make it an Update");
        }

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
            : PatchUpdate.Of(patch, parameter.Name);
    }
}
