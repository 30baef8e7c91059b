using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Reads;

/// <summary>Recognises code that needs no second page: it takes the first item of a response, or asks whether there is any.</summary>
internal static class FirstItem
{
    private static readonly string[] Methods = ["First", "FirstOrDefault", "Single", "SingleOrDefault", "Any"];

    /// <summary>What gives one element for each, or the same ones.</summary>
    private static readonly string[] OneForEach = ["Select", "Cast", "AsEnumerable", "ToList", "ToArray"];

    public static bool IsAllThatIsReadOf(IPropertyReferenceOperation read) =>
        read.Property.Name switch
        {
            "Items" => IsFirst(read),
            "Count" => IsComparedWithFew(read),
            "ScannedCount" => false,
            _ => true,
        };

    /// <summary>Whether the code looks at the first of a list of items only, or whether there is one.</summary>
    public static bool IsFirst(IOperation items)
    {
        var value = ObjectUse.OutermostConversion(items);
        return value.Parent switch
        {
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Count", Arguments.Length: 1 } count } => IsComparedWithFew(count),
            IArgumentOperation { Parent: IInvocationOperation call } argument when call.Arguments[0] == argument =>
                TakesFirst(call) || (OneForEach.Contains(call.TargetMethod.Name) && IsFirst(call)),
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } => LocalVariable.UsesOf(local, value).All(IsFirst),
            IPropertyReferenceOperation { Property.IsIndexer: true } element =>
                element.Arguments.FirstOrDefault()?.Value.ConstantValue is { HasValue: true, Value: 0 },
            IPropertyReferenceOperation { Property.Name: "Count" } count => IsComparedWithFew(count),
            IBinaryOperation => true,
            IIsPatternOperation test => LooksAtFew(test.Pattern),
            IConditionalAccessOperation access when access.Operation == value => access.WhenNotNull switch
            {
                IInvocationOperation call => Methods.Contains(call.TargetMethod.Name) && call.Arguments.Length <= 1,
                IPropertyReferenceOperation { Property.Name: "Count" } => IsComparedWithFew(access),
                _ => false,
            },
            _ => false,
        };
    }

    private static bool TakesFirst(IInvocationOperation call) =>
        (call.TargetMethod.Name, call.Arguments.Length) switch
        {
            ("ElementAt" or "ElementAtOrDefault", 2) => call.Arguments[1].Value.ConstantValue is { HasValue: true, Value: 0 },
            ("Take", 2) => call.Arguments[1].Value.ConstantValue is { HasValue: true, Value: 1 },
            (var name, 1) => Methods.Contains(name),
            _ => false,
        };

    /// <summary>Whether a pattern hands neither the whole list nor an open end of it on.</summary>
    private static bool LooksAtFew(IPatternOperation pattern) =>
        pattern switch
        {
            IConstantPatternOperation => true,
            INegatedPatternOperation negated => LooksAtFew(negated.Pattern),
            IListPatternOperation { DeclaredSymbol: null } list => list.Patterns.All(element => element is not ISlicePatternOperation { Pattern: not null }),
            IRecursivePatternOperation { DeclaredSymbol: null } properties => !properties.Descendants().OfType<IDeclarationPatternOperation>().Any(),
            _ => false,
        };

    private static bool IsComparedWithFew(IOperation count)
    {
        var value = ObjectUse.OutermostConversion(count);
        return value.Parent switch
        {
            IBinaryOperation binary => IsFew(binary.LeftOperand) || IsFew(binary.RightOperand),
            IIsPatternOperation => true,
            _ => false,
        };
    }

    private static bool IsFew(IOperation operand) => operand.WithoutConversions().ConstantValue is { HasValue: true, Value: 0 or 1 };
}
