using System.Diagnostics.CodeAnalysis;

namespace DynamoGen.Hosting;

/// <summary>Whether an application may register an <c>IAmazonDynamoDB</c> of another kind than the SDK's own client, by which requests are then sent.</summary>
internal static class OtherClients
{
    private const string Switch = "DynamoGen.Hosting.OtherClients.IsSupported";

    /// <summary>True unless the application's project says otherwise; trimming then leaves out what sends requests by such a client.</summary>
    [FeatureSwitchDefinition(Switch)]
    public static bool IsSupported => !AppContext.TryGetSwitch(Switch, out var isSupported) || isSupported;
}
