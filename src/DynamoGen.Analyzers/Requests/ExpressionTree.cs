using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Requests;

/// <summary>Recognises lambdas that describe calls and do not run, as mocking libraries take them.</summary>
internal static class ExpressionTree
{
    public static bool Contains(IOperation operation) => operation.Ancestors().OfType<IAnonymousFunctionOperation>().Any(IsMadeOf);

    public static bool IsMadeOf(IAnonymousFunctionOperation lambda)
    {
        for (var outer = lambda.Parent; outer is IConversionOperation or IDelegateCreationOperation; outer = outer.Parent)
        {
            if (outer.Type is
                {
                    Name: "Expression",
                    ContainingNamespace: { Name: "Expressions", ContainingNamespace: { Name: "Linq", ContainingNamespace.Name: "System" } },
                })
            {
                return true;
            }
        }

        return false;
    }
}
