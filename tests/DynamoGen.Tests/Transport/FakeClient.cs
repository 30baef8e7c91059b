using System.Reflection;
using Amazon.DynamoDBv2;

namespace DynamoGen.Tests.Transport;

/// <summary>A mock of the SDK's client: a method answers what a test says for its request, and every other one fails.</summary>
public class FakeClient : DispatchProxy
{
    private readonly Dictionary<Type, Func<object, object?>> _answers = [];

    /// <summary>The requests that came, in turn.</summary>
    public List<object> Requests { get; } = [];

    public static (IAmazonDynamoDB Client, FakeClient Fake) Create()
    {
        var client = Create<IAmazonDynamoDB, FakeClient>();
        return (client, (FakeClient)client);
    }

    public FakeClient Answer<TRequest, TResponse>(Func<TRequest, TResponse?> answer)
        where TResponse : class
    {
        _answers[typeof(TRequest)] = request =>
        {
            try
            {
                return Task.FromResult(answer((TRequest)request));
            }
            catch (Exception failed)
            {
                return Task.FromException<TResponse?>(failed);
            }
        };
        return this;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        Requests.Add(args![0]!);
        return _answers[args[0]!.GetType()](args[0]!);
    }
}
