using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Requests;

/// <summary>Texts that never change: constants, locals that are assigned once, and read-only fields with a literal.</summary>
internal static class ConstantText
{
    /// <summary>The text, or null if it is not known.</summary>
    public static string? Of(IOperation operation)
    {
        var value = operation.WithoutConversions();
        if (value.ConstantValue is { HasValue: true, Value: string text })
        {
            return text;
        }

        return value switch
        {
            ILocalReferenceOperation { Local: var local }
                when LocalVariable.OnlyValueOf(local, value) is { ConstantValue: { HasValue: true, Value: string only } } => only,
            IFieldReferenceOperation { Field: { Name: nameof(string.Empty), ContainingType.SpecialType: SpecialType.System_String } } => "",
            IFieldReferenceOperation { Field: { IsReadOnly: true } field } => LiteralOf(field),
            _ => null,
        };
    }

    private static string? LiteralOf(IFieldSymbol field) =>
        field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: LiteralExpressionSyntax literal }
        && literal.IsKind(SyntaxKind.StringLiteralExpression)
        && !IsAssignedInConstructor(field)
            ? literal.Token.ValueText
            : null;

    private static bool IsAssignedInConstructor(IFieldSymbol field) =>
        field.ContainingType.Constructors
            .SelectMany(constructor => constructor.DeclaringSyntaxReferences)
            .Select(reference => reference.GetSyntax())
            .SelectMany(syntax => syntax.DescendantNodes().OfType<AssignmentExpressionSyntax>())
            .Any(assignment => assignment.Left is IdentifierNameSyntax { Identifier.ValueText: var name } ? name == field.Name
                : assignment.Left is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var member } && member == field.Name);
}
