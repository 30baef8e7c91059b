using DynamoGen.Declarations.Syntax;

namespace DynamoGen.Analyzers.Declaration;

/// <summary>Recognises an action of an update that appends to a list.</summary>
internal static class ListAppend
{
    /// <summary>Whether an action appends to what it sets.</summary>
    public static bool Is(ActionSyntax action) =>
        action.Value is FunctionSyntax function
        && function.Name.IsKeyword("list_append")
        && function.Arguments.SelectMany(PathsIn).Any(path => path.Attribute.Text == action.Path.Attribute.Text);

    private static IEnumerable<PathSyntax> PathsIn(OperandSyntax operand) =>
        operand switch
        {
            PathSyntax path => [path],
            FunctionSyntax function => function.Arguments.SelectMany(PathsIn),
            _ => [],
        };
}
