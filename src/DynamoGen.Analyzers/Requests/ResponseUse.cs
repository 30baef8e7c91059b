using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Requests;

/// <summary>What a member does with the response of a call that it awaits.</summary>
internal sealed class ResponseUse
{
    private readonly List<IPropertyReferenceOperation> _reads = [];

    private ResponseUse()
    {
    }

    /// <summary>Whether the response is awaited and used nowhere but in <see cref="Reads"/>.</summary>
    public bool IsVisible { get; private set; } = true;

    /// <summary>The properties of the response that are read.</summary>
    public IReadOnlyList<IPropertyReferenceOperation> Reads => _reads;

    public static ResponseUse Of(IInvocationOperation call)
    {
        var use = new ResponseUse();
        if (ResponseOf(call) is not { } response)
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

    /// <summary>The awaited call, or null if it is not awaited here.</summary>
    private static IOperation? ResponseOf(IOperation call)
    {
        var task = ObjectUse.OutermostConversion(call);
        return task.Parent switch
        {
            IAwaitOperation awaited => awaited,
            IInvocationOperation { TargetMethod.Name: "ConfigureAwait" } configured when configured.Instance == task => ResponseOf(configured),
            IInvocationOperation { TargetMethod.Name: "GetAwaiter", Parent: IInvocationOperation { TargetMethod.Name: "GetResult" } result } => result,
            IPropertyReferenceOperation { Property.Name: "Result" } result when result.Instance == task => result,
            _ => null,
        };
    }

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
            default:
                IsVisible = false;
                break;
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
