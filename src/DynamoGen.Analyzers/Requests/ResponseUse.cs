using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Requests;

/// <summary>What a member does with the response of a call that it awaits, or that is synchronous.</summary>
internal sealed class ResponseUse
{
    private readonly List<IPropertyReferenceOperation> _reads = [];
    private readonly HashSet<ISymbol> _followed = new(SymbolEqualityComparer.Default);

    private ResponseUse()
    {
    }

    /// <summary>Whether the response is there and used nowhere but in <see cref="Reads"/>.</summary>
    public bool IsVisible { get; private set; } = true;

    /// <summary>The properties of the response that are read.</summary>
    public IReadOnlyList<IPropertyReferenceOperation> Reads => _reads;

    public static ResponseUse Of(IInvocationOperation call)
    {
        var use = new ResponseUse();
        if (ResultOf(call) is not { } response)
        {
            use.IsVisible = IsReturnedWithoutResult(call);
        }
        else if (ObjectUse.OwnerOf(response) is { } local)
        {
            foreach (var reference in LocalVariable.UsesOf(local, call))
            {
                use.Read(reference);
            }
        }
        else
        {
            use.Read(response);
        }

        return use;
    }

    public bool HasRead(string property) => _reads.Any(read => read.Property.Name == property);

    /// <summary>The awaited call, or a synchronous one, behind a helper that repeats it; null if a task is not awaited here.</summary>
    public static IOperation? ResultOf(IOperation call)
    {
        var task = ObjectUse.OutermostConversion(call);
        return task.Parent switch
        {
            _ when ReturnedResult.Of(call) is { } helper => ResultOf(helper),
            _ when !IsTask(call.Type) => call,
            IAwaitOperation awaited => Outside(awaited),
            IInvocationOperation { TargetMethod.Name: "ConfigureAwait" } configured when configured.Instance == task => ResultOf(configured),
            IInvocationOperation { TargetMethod.Name: "GetAwaiter", Parent: IInvocationOperation { TargetMethod.Name: "GetResult" } result } => Outside(result),
            IPropertyReferenceOperation { Property.Name: "Result" } result when result.Instance == task => Outside(result),
            _ => null,
        };
    }

    /// <summary>The response where a helper gives it back.</summary>
    private static IOperation? Outside(IOperation response) => ReturnedResult.Of(response) is { } helper ? ResultOf(helper) : response;

    private static bool IsTask(ITypeSymbol? type) =>
        type is null or { Name: "Task" or "ValueTask" or "ConfiguredTaskAwaitable" or "ConfiguredValueTaskAwaitable" };

    /// <summary>Whether the call's task is returned as one without a result, so that nobody can ever see the response.</summary>
    private static bool IsReturnedWithoutResult(IOperation call) =>
        call.Parent is IConversionOperation { Parent: IReturnOperation, Type: INamedTypeSymbol { Name: "Task", IsGenericType: false } };

    private void Read(IOperation response)
    {
        var value = ObjectUse.OutermostConversion(response);
        switch (value.Parent)
        {
            case IExpressionStatementOperation:
            case ISimpleAssignmentOperation { Target: IDiscardOperation }:
            case IBinaryOperation
                or IIsPatternOperation { Pattern: IConstantPatternOperation or INegatedPatternOperation { Pattern: IConstantPatternOperation } }:
                break;
            case IAssignmentOperation assignment when assignment.Target == value:
                break;
            case IPropertyReferenceOperation property when property.Instance == value:
                _reads.Add(property);
                break;
            case IConditionalAccessOperation access when access.Operation == value:
                ReadConditionally(access);
                break;
            case IArgumentOperation argument:
                ReadHanded(argument);
                break;
            default:
                IsVisible = false;
                break;
        }
    }

    /// <summary>Reads what a method of the same compilation does with the response, which may be given on from there.</summary>
    private void ReadHanded(IArgumentOperation argument)
    {
        var uses = CalledBody.UsesOf(argument).ToList();
        IsVisible &= uses.Count > 0 && _followed.Add(uses[0].Parameter);
        if (IsVisible)
        {
            uses.ForEach(Read);
        }
    }

    private void ReadConditionally(IConditionalAccessOperation access)
    {
        var reads = access.WhenNotNull.DescendantsAndSelf()
            .OfType<IPropertyReferenceOperation>().Where(property => property.Instance is IConditionalAccessInstanceOperation).Take(1).ToList();
        _reads.AddRange(reads);
        IsVisible &= reads.Count > 0;
    }
}
