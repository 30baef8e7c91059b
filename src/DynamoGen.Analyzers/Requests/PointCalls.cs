using DynamoGen.Analyzers.Libraries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Requests;

/// <summary>Calls that are of one item each, of which a loop sends one for each element of a list.</summary>
/// <param name="sdk">The SDK.</param>
/// <param name="clientMethods">The methods of the low-level client.</param>
/// <param name="modelMethods">Those of <c>IDynamoDBContext</c> and of the document model's table.</param>
internal sealed class PointCalls(SdkSymbols sdk, string[] clientMethods, string[] modelMethods)
{
    private static readonly string[] Models = ["IDynamoDBContext", "DynamoDBContext", "ITable", "Table"];

    /// <summary>The parameters that say nothing of the item.</summary>
    private static readonly string[] Details =
        ["tableName", "cancellationToken", "config", "operationConfig", "loadConfig", "saveConfig", "deleteConfig", "consistentRead", "returnValues"];

    /// <summary>The properties of a request that say which item it is of, or what is written.</summary>
    private static readonly string[] Items = ["Key", "Item"];

    private readonly ClientMethods _client = new(sdk, clientMethods);

    public bool AreOfClient(IInvocationOperation call) => _client.Contains(call.TargetMethod);

    public bool Contain(IInvocationOperation call) => AreOfClient(call) || IsOfModel(call.TargetMethod);

    /// <summary>The loop that sends the call once for each element, with what follows from the element; null without one.</summary>
    public ElementLoop? LoopOf(IInvocationOperation call) =>
        Contain(call) && ElementLoop.Around(call, sdk) is { } loop
        && call.Arguments.Where(argument => argument.ArgumentKind == ArgumentKind.Explicit && !Details.Contains(argument.Parameter?.Name))
            .Any(argument => IsDecided(argument.Value, loop))
            ? loop
            : null;

    private bool IsOfModel(IMethodSymbol method)
    {
        if (!modelMethods.Contains(method.Name))
        {
            return false;
        }

        for (var candidate = method; candidate is not null; candidate = candidate.OverriddenMethod)
        {
            if (sdk.Declares(candidate) && Models.Contains(candidate.ContainingType.Name))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsDecided(IOperation argument, ElementLoop loop)
    {
        if (VisibleObject.From(argument, sdk) is not { } request || Items.FirstOrDefault(request.Sets) is not { } item)
        {
            return loop.Decides(argument);
        }

        return request.ValuesOf(item).Any(loop.Decides) || request.CollectionOf(item).Entries.Any(entry => loop.Decides(entry.Value));
    }
}
