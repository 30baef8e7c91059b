using Microsoft.Extensions.Options;

namespace DynamoGen.Hosting;

/// <summary>Gives the client of another region the options of the client that it was added to.</summary>
/// <param name="provider">Has those options.</param>
/// <param name="client">The name of the client that it was added to, or null.</param>
/// <param name="name">The name of its own client.</param>
/// <param name="region">The region.</param>
internal sealed class RegionalOptions(IServiceProvider provider, string? client, string name, string region)
    : IConfigureNamedOptions<DynamoGenOptions>, IValidateOptions<DynamoGenOptions>
{
    public void Configure(DynamoGenOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? of, DynamoGenOptions options)
    {
        if (of == name)
        {
            options.CopyFrom(ClientServices.Of<DynamoGenOptions>(provider, client));
            options.Region = region;
        }
    }

    public ValidateOptionsResult Validate(string? of, DynamoGenOptions options) => of == name && options.Region != region
        ? ValidateOptionsResult.Fail($"{nameof(options.Region)} of the client '{name}' is '{options.Region}', but AddRegion has added it for {region}.")
        : ValidateOptionsResult.Success;
}
