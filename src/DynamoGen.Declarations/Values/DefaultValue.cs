using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Values;

/// <summary>A constructor parameter's default value.</summary>
/// <param name="TypeName">The parameter's type, for use anywhere, with nullable annotations.</param>
/// <param name="Constant">The value; null for the type's own default.</param>
/// <param name="IsSuppressed">Whether it is a null that the type does not allow.</param>
internal sealed record DefaultValue(string TypeName, object? Constant, bool IsSuppressed)
{
    public static DefaultValue Of(string typeName, IParameterSymbol parameter) => new(
        typeName,
        parameter.ExplicitDefaultValue,
        parameter.ExplicitDefaultValue is null && parameter.Type.IsReferenceType && parameter.NullableAnnotation != NullableAnnotation.Annotated);
}
