using System.Diagnostics.CodeAnalysis;
using DynamoGen.Interception;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DynamoGen.Hosting;

/// <summary>Adds interceptors to a client.</summary>
public static class InterceptorBuilderExtensions
{
    /// <summary>
    /// Adds an interceptor behind those that the client has already. It is told of each request of the client's repositories, transactions and migrations,
    /// by whichever transport it goes. It is registered as a singleton, unless it is registered already, and is one object for all clients that it is added
    /// to; requests of several threads come to it at the same time.
    /// </summary>
    /// <typeparam name="TInterceptor">The interceptor.</typeparam>
    /// <param name="builder">What is added to.</param>
    /// <returns>The builder.</returns>
    public static DynamoGenBuilder AddInterceptor<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TInterceptor>(
        this DynamoGenBuilder builder)
        where TInterceptor : class, IRequestInterceptor
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<TInterceptor>();
        return builder.AddInterceptor(static provider => provider.GetRequiredService<TInterceptor>());
    }

    /// <summary>Adds an interceptor behind those that the client has already.</summary>
    /// <param name="builder">What is added to.</param>
    /// <param name="create">Gives the interceptor, once; what it makes is not disposed with the services, unless it is one of them.</param>
    /// <returns>The builder.</returns>
    public static DynamoGenBuilder AddInterceptor(this DynamoGenBuilder builder, Func<IServiceProvider, IRequestInterceptor> create)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(create);
        builder.Services.AddSingleton(new InterceptorRegistration(builder.ClientName, create));
        return builder;
    }
}
